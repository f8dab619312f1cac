//! Rows in the order in which they were added, found by a key.

use std::collections::{BTreeMap, HashMap};

#[derive(Debug)]
pub struct Table<T> {
    rows: BTreeMap<u64, T>,
    positions: HashMap<String, u64>,
    last: u64,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: BTreeMap::new(), positions: HashMap::new(), last: 0 }
    }
}

impl<T> Table<T> {
    /// Adds a row under a key that is new.
    pub fn insert(&mut self, key: &str, row: T) {
        self.last += 1;
        self.rows.insert(self.last, row);
        self.positions.insert(key.to_owned(), self.last);
    }

    pub fn get(&self, key: &str) -> Option<&T> {
        self.rows.get(self.positions.get(key)?)
    }

    pub fn get_mut(&mut self, key: &str) -> Option<&mut T> {
        self.rows.get_mut(self.positions.get(key)?)
    }

    pub fn remove(&mut self, key: &str) -> Option<T> {
        self.rows.remove(&self.positions.remove(key)?)
    }

    /// Deletes the rows for which the predicate is false.
    pub fn retain(&mut self, stays: impl Fn(&T) -> bool) {
        self.rows.retain(|_, row| stays(row));
        self.positions.retain(|_, position| self.rows.contains_key(position));
    }

    pub fn contains(&self, key: &str) -> bool {
        self.positions.contains_key(key)
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The rows, oldest first, each with its position.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (u64, &T)> {
        self.rows.iter().map(|(position, row)| (*position, row))
    }

    /// The rows, newest first, with increasing positions.
    pub fn newest_first(&self) -> impl Iterator<Item = (u64, &T)> {
        self.iter().rev().map(|(position, row)| (u64::MAX - position, row))
    }

    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.rows.values()
    }

    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.rows.values_mut()
    }
}
