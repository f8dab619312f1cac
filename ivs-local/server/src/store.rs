//! Accounts kept in a directory, in a transactional database: what was saved is there after a crash, and nothing half.
//!
//! The file is checked before anything is written to it: every page has a checksum.

use ivs_local_core::{Changes, Saved};
use redb::backends::{FileBackend, InMemoryBackend};
use redb::{Builder, Database, ReadableDatabase, ReadableTable, StorageBackend, TableDefinition, WriteTransaction};
use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The database.
const FILE: &str = "ivs-local.redb";

/// What the process that uses the directory holds a lock of.
const LOCK: &str = "ivs-local.lock";

/// The format of what is in the database; it changes whenever an older program could not read it.
const FORMAT: u64 = 1;

/// Bytes of the file that are kept in memory: all that is read again is pages that are written again.
const CACHE: usize = 16 << 20;

/// `format`.
const PROGRAM: TableDefinition<&str, u64> = TableDefinition::new("ivs-local");

/// Each account without its rows, by region.
const ACCOUNTS: TableDefinition<&str, &str> = TableDefinition::new("accounts");

/// The rows of all accounts, by region, table and position.
const ROWS: TableDefinition<(&str, &str, u64), &str> = TableDefinition::new("rows");

/// A directory that this process has for itself.
pub struct Store {
    database: Database,
    file: PathBuf,
    _lock: File,
}

impl Store {
    /// Opens a directory, which is made if there is none. Fails with a sentence that says what to do, and changes no file, if it
    /// is in use, cannot be written, or has a database that is damaged, of a newer version, or another program's.
    pub fn open(directory: &Path) -> Result<Self, String> {
        let unusable = |error: io::Error| {
            format!("{} cannot be written ({error}); give --data-dir another directory", directory.display())
        };
        make_directory(directory).map_err(unusable)?;
        let lock = private().create(true).truncate(false).open(directory.join(LOCK)).map_err(unusable)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(format!(
                    "{} is in use by another ivs-local; stop that one, or give --data-dir another directory",
                    directory.display()
                ));
            }
            Err(TryLockError::Error(error)) => return Err(unusable(error)),
        }
        let file = directory.join(FILE);
        if !file.try_exists().map_err(unusable)? {
            create(directory, &file).map_err(|error| {
                format!(
                    "{} cannot be written: {error}; make room, or give --data-dir another directory",
                    directory.display()
                )
            })?;
        }
        let database = open(&file)?;
        Ok(Self { database, file, _lock: lock })
    }

    /// Opens the database again, as it has to be after it could not be written.
    pub fn reopen(&mut self) -> Result<(), String> {
        // It is closed before.
        self.database =
            Builder::new().create_with_backend(InMemoryBackend::new()).map_err(|error| error.to_string())?;
        self.database = open(&self.file)?;
        Ok(())
    }

    /// What was saved, by region.
    pub fn load(&self) -> Result<BTreeMap<String, Saved>, String> {
        read(&self.database).map_err(|error| self.damaged(&error))
    }

    /// The sentence for a database that is not as it should be.
    pub fn damaged(&self, why: &dyn Display) -> String {
        damaged(&self.file, why)
    }

    /// Saves changes, each of a region, in the order in which they were made: all of them, durably, or none.
    ///
    /// Fails with a sentence; then the database has to be opened again.
    pub fn save<'a>(&self, changes: impl Iterator<Item = &'a (String, Changes)>) -> Result<(), String> {
        self.commit(changes).map_err(|error| {
            format!("{} could not be written: {error}; make room, or choose another --data-dir", self.file.display())
        })
    }

    fn commit<'a>(&self, changes: impl Iterator<Item = &'a (String, Changes)>) -> Result<(), redb::Error> {
        let mut transaction = self.database.begin_write()?;
        // So that a page that is damaged later is never taken for one that a crash left half written: then the commit before it would count.
        transaction.set_two_phase_commit(true);
        for (region, changes) in changes {
            write(&transaction, region, changes)?;
        }
        Ok(transaction.commit()?)
    }
}

fn write(transaction: &WriteTransaction, region: &str, changes: &Changes) -> Result<(), redb::Error> {
    transaction.open_table(ACCOUNTS)?.insert(region, changes.account.as_str())?;
    let mut rows = transaction.open_table(ROWS)?;
    if changes.replace {
        rows.retain(|(of, ..), _| of != region)?;
    }
    for change in &changes.rows {
        let place = (region, change.table, change.position);
        match &change.row {
            Some(row) => drop(rows.insert(place, row.as_str())?),
            None => drop(rows.remove(place)?),
        }
    }
    Ok(())
}

fn read(database: &Database) -> Result<BTreeMap<String, Saved>, redb::Error> {
    let transaction = database.begin_read()?;
    let mut saved = BTreeMap::new();
    for entry in transaction.open_table(ACCOUNTS)?.iter()? {
        let (region, account) = entry?;
        saved.insert(region.value().to_owned(), Saved { account: account.value().to_owned(), rows: Vec::new() });
    }
    for entry in transaction.open_table(ROWS)?.iter()? {
        let (place, row) = entry?;
        let (region, table, position) = place.value();
        if let Some(saved) = saved.get_mut(region) {
            saved.rows.push((table.to_owned(), position, row.value().to_owned()));
        }
    }
    Ok(saved)
}

/// Makes the database under another name first: under its own it is whole, whenever this is interrupted.
fn create(directory: &Path, file: &Path) -> Result<(), redb::Error> {
    let unfinished = file.with_extension("new");
    let new = private().create(true).truncate(true).open(&unfinished)?;
    let database = builder().create_with_backend(FileBackend::new(new)?)?;
    let transaction = database.begin_write()?;
    transaction.open_table(PROGRAM)?.insert("format", FORMAT)?;
    transaction.open_table(ACCOUNTS)?;
    transaction.open_table(ROWS)?;
    transaction.commit()?;
    database.close()?;
    fs::rename(&unfinished, file)?;
    // Windows does not open directories.
    #[cfg(unix)]
    File::open(directory)?.sync_all()?;
    Ok(())
}

fn open(file: &Path) -> Result<Database, String> {
    check(file)?;
    let opened = OpenOptions::new().read(true).write(true).open(file).map_err(redb::Error::from);
    let database = opened.and_then(|opened| Ok(builder().create_with_backend(FileBackend::new(opened)?)?));
    database.map_err(|error| format!("{} cannot be opened: {error}; give --data-dir another directory", file.display()))
}

/// Reads a copy of the file, all of it: what is wrong with it is found before the database repairs anything.
fn check(file: &Path) -> Result<(), String> {
    let bytes = fs::read(file)
        .map_err(|error| format!("{} cannot be read ({error}); give --data-dir another directory", file.display()))?;
    if bytes.is_empty() {
        return Err(damaged(file, &"it is empty"));
    }
    match format_of(&bytes) {
        Ok(Some(FORMAT)) => Ok(()),
        Ok(Some(format)) => Err(format!(
            "{} has format {format}, this version reads {FORMAT}; use the version that wrote it, or give --data-dir another directory",
            file.display()
        )),
        Ok(None) => Err(damaged(file, &"it is another program's")),
        Err(error) => Err(damaged(file, &error)),
    }
}

fn format_of(bytes: &[u8]) -> Result<Option<u64>, redb::Error> {
    let copy = InMemoryBackend::new();
    copy.set_len(bytes.len() as u64)?;
    copy.write(0, bytes)?;
    let database = builder().set_check_integrity_on_open(true).create_with_backend(copy)?;
    let table = match database.begin_read()?.open_table(PROGRAM) {
        Err(redb::TableError::TableDoesNotExist(_) | redb::TableError::TableTypeMismatch { .. }) => return Ok(None),
        table => table?,
    };
    let format = table.get("format")?;
    Ok(format.map(|format| format.value()))
}

fn builder() -> Builder {
    let mut builder = Builder::new();
    builder.set_cache_size(CACHE);
    builder
}

fn damaged(file: &Path, error: &dyn Display) -> String {
    format!(
        "{} is damaged, or not of ivs-local ({error}); put a copy in its place, or move it away to begin anew",
        file.display()
    )
}

/// What is in it has secrets: stream keys and passphrases.
fn make_directory(directory: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(directory)
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
