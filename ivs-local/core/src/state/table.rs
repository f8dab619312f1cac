//! Rows in the order in which they were added, found by a key.

use super::rows::Rows;
use crate::members::from_value;
use serde::de::{DeserializeOwned, Error as _};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

#[derive(Debug, Clone)]
pub struct Table<T> {
    /// With their keys, by position.
    rows: Rows<(String, T)>,
    positions: BTreeMap<String, u64>,
    /// The greatest position that was given: no row gets one that another had.
    last: u64,
    /// The positions of rows that were written or removed, if that is tracked.
    changed: Option<BTreeSet<u64>>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Rows::new(), positions: BTreeMap::new(), last: 0, changed: None }
    }
}

impl<T> Table<T> {
    /// Adds a row under a key that is new.
    pub fn insert(&mut self, key: &str, row: T) {
        self.last += 1;
        self.rows.insert(self.last, (key.to_owned(), row));
        self.positions.insert(key.to_owned(), self.last);
        self.mark(self.last);
    }

    pub fn get(&self, key: &str) -> Option<&T> {
        self.row_at(*self.positions.get(key)?)
    }

    /// A row to change. Whoever only looks at it, or may refuse the change yet, uses [`Self::get`]: what this returns is saved.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut T> {
        let position = *self.positions.get(key)?;
        self.mark(position);
        self.rows.get_mut(position).map(|(_, row)| row)
    }

    /// A row to change in what need not be saved.
    pub fn get_mut_unsaved(&mut self, key: &str) -> Option<&mut T> {
        self.rows.get_mut(*self.positions.get(key)?).map(|(_, row)| row)
    }

    pub fn remove(&mut self, key: &str) -> Option<T> {
        let position = self.positions.remove(key)?;
        self.mark(position);
        self.rows.remove(position).map(|(_, row)| row)
    }

    /// Deletes the rows for which the predicate is false.
    pub fn retain(&mut self, stays: impl Fn(&T) -> bool) {
        for (position, (key, _)) in self.rows.extract_if(.., |_, (_, row)| !stays(row)) {
            self.positions.remove(&key);
            if let Some(changed) = &mut self.changed {
                changed.insert(position);
            }
        }
    }

    /// Changes the rows for which the predicate is true.
    pub fn update(&mut self, which: impl Fn(&T) -> bool, change: impl Fn(&mut T)) {
        for (position, (_, row)) in self.rows.iter_mut().filter(|(_, (_, row))| which(row)) {
            change(row);
            if let Some(changed) = &mut self.changed {
                changed.insert(*position);
            }
        }
    }

    pub fn contains(&self, key: &str) -> bool {
        self.positions.contains_key(key)
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The rows, oldest first, each with its position.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (u64, &T)> {
        self.rows.iter().map(|(position, (_, row))| (*position, row))
    }

    /// The rows, newest first, with increasing positions.
    pub fn newest_first(&self) -> impl Iterator<Item = (u64, &T)> {
        self.iter().rev().map(|(position, row)| (u64::MAX - position, row))
    }

    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.rows.values().map(|(_, row)| row)
    }

    /// The rows whose keys are in a range, with their keys, in the order of these.
    pub fn range(&self, keys: Range<String>) -> impl DoubleEndedIterator<Item = (&str, &T)> {
        self.positions.range(keys).filter_map(|(key, position)| Some((key.as_str(), self.row_at(*position)?)))
    }

    fn row_at(&self, position: u64) -> Option<&T> {
        self.rows.get(position).map(|(_, row)| row)
    }

    fn mark(&mut self, position: u64) {
        if let Some(changed) = &mut self.changed {
            changed.insert(position);
        }
    }

    /// From now on it is known what changes; `all` rows that there are have changed, or none.
    pub fn track(&mut self, all: bool) {
        self.changed = Some(if all { self.rows.keys().copied().collect() } else { BTreeSet::new() });
    }

    /// The same without rows.
    pub fn emptied(&self) -> Self {
        Self { last: self.last, ..Self::default() }
    }

    fn load(&mut self, position: u64, key: String, row: T) -> Result<(), String> {
        if position > self.last || self.rows.contains_key(position) || self.contains(&key) {
            return Err(format!("the row {key} at {position} cannot be where it is"));
        }
        self.positions.insert(key.clone(), position);
        self.rows.insert(position, (key, row));
        Ok(())
    }
}

impl<T: Serialize> Table<T> {
    /// What has changed since it was asked last: positions, with what is there as JSON unless it was removed.
    pub fn take_changes(&mut self) -> serde_json::Result<Vec<(u64, Option<String>)>> {
        let positions = self.changed.as_mut().map(std::mem::take).unwrap_or_default();
        let json = |position| self.rows.get(position).map(serde_json::to_string).transpose();
        positions.into_iter().map(|position| Ok((position, json(position)?))).collect()
    }
}

impl<T: DeserializeOwned> Table<T> {
    /// Adds what was at a position, as JSON.
    pub fn load_json(&mut self, position: u64, json: &str) -> Result<(), String> {
        let (key, row) = serde_json::from_str(json).map_err(|error| format!("the row at {position}: {error}"))?;
        self.load(position, key, row)
    }
}

/// A table as it is kept: every row with its position and key.
#[derive(Serialize, Deserialize)]
struct Kept<Rows> {
    last: u64,
    rows: Rows,
}

impl<T: Serialize> Serialize for Table<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = |row| serde_json::to_value(row).map_err(S::Error::custom);
        let rows = self.rows.iter().map(|(position, (key, row))| Ok((*position, key, value(row)?)));
        Kept { last: self.last, rows: rows.collect::<Result<Vec<_>, _>>()? }.serialize(serializer)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let kept = Kept::<Vec<(u64, String, Value)>>::deserialize(deserializer)?;
        let mut table = Self { last: kept.last, ..Self::default() };
        for (position, key, row) in kept.rows {
            let row = from_value(row).map_err(D::Error::custom)?;
            table.load(position, key, row).map_err(D::Error::custom)?;
        }
        Ok(table)
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn a_table_that_was_kept_continues_its_positions() {
        let mut table = Table::default();
        for key in ["a", "b", "c"] {
            table.insert(key, format!("row {key}"));
        }
        table.remove("a");
        table.retain(|row| row != "row c");
        let json = serde_json::to_string(&table).unwrap();
        assert_eq!(json, r#"{"last":3,"rows":[[2,"b","row b"]]}"#);
        let mut again: Table<String> = serde_json::from_str(&json).unwrap();
        assert!(!again.contains("a") && !again.contains("c"));
        again.insert("c", "new".to_owned());
        assert_eq!(again.iter().map(|(position, _)| position).collect::<Vec<_>>(), [2, 4]);
    }

    #[test]
    fn rows_that_share_a_key_or_position_or_come_after_the_last_are_refused() {
        for rows in [r#"[[1,"a",0],[1,"b",0]]"#, r#"[[1,"a",0],[2,"a",0]]"#, r#"[[3,"a",0]]"#] {
            let json = format!(r#"{{"last":2,"rows":{rows}}}"#);
            assert!(serde_json::from_str::<Table<u8>>(&json).is_err(), "{rows}");
        }
    }

    #[test]
    fn a_range_is_of_keys_in_their_order() {
        let mut table = Table::default();
        for key in ["b/2", "a/1", "b/1", "b0"] {
            table.insert(key, ());
        }
        let keys = |from: &str, to: &str| {
            table.range(from.to_owned()..to.to_owned()).map(|(key, ())| key.to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(keys("b/", "b0"), ["b/1", "b/2"]);
        assert_eq!(keys("c/", "c0"), [""; 0]);
    }

    #[test]
    fn what_changed_is_known_from_when_it_is_tracked() {
        let mut table = Table::default();
        for key in ["a", "b", "c", "d", "e"] {
            table.insert(key, 1);
        }
        assert_eq!(table.take_changes().unwrap(), []);
        table.track(false);
        assert_eq!((table.get("a"), table.len()), (Some(&1), 5));
        *table.get_mut_unsaved("e").unwrap() = 5;
        assert_eq!(table.take_changes().unwrap(), []);
        *table.get_mut("a").unwrap() = 2;
        table.remove("b");
        table.update(|row| *row == 2, |row| *row = 3);
        table.retain(|row| *row != 5);
        table.insert("f", 1);
        table.insert("g", 1);
        table.remove("g");
        let some = |json: &str| Some(json.to_owned());
        let changes = [(1, some(r#"["a",3]"#)), (2, None), (5, None), (6, some(r#"["f",1]"#)), (7, None)];
        assert_eq!(table.take_changes().unwrap(), changes);
        assert_eq!(table.take_changes().unwrap(), []);
        table.track(true);
        assert_eq!(table.take_changes().unwrap().len(), 4);
        let mut again = table.emptied();
        for (position, json) in [(1, r#"["a",3]"#), (6, r#"["f",1]"#)] {
            again.load_json(position, json).unwrap();
        }
        assert_eq!(again.get("f"), Some(&1));
        assert!(again.load_json(6, r#"["h",1]"#).is_err() && again.load_json(8, r#"["h",1]"#).is_err());
    }
}
