//! Rows in the order in which they were added, found by a key.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::ops::Range;

#[derive(Debug, Clone)]
pub struct Table<T> {
    /// With their keys, by position.
    rows: BTreeMap<u64, (String, T)>,
    positions: BTreeMap<String, u64>,
    /// The greatest position that was given: no row gets one that another had.
    last: u64,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: BTreeMap::new(), positions: BTreeMap::new(), last: 0 }
    }
}

impl<T> Table<T> {
    /// Adds a row under a key that is new.
    pub fn insert(&mut self, key: &str, row: T) {
        self.last += 1;
        self.rows.insert(self.last, (key.to_owned(), row));
        self.positions.insert(key.to_owned(), self.last);
    }

    pub fn get(&self, key: &str) -> Option<&T> {
        self.row_at(*self.positions.get(key)?)
    }

    pub fn get_mut(&mut self, key: &str) -> Option<&mut T> {
        self.rows.get_mut(self.positions.get(key)?).map(|(_, row)| row)
    }

    pub fn remove(&mut self, key: &str) -> Option<T> {
        self.rows.remove(&self.positions.remove(key)?).map(|(_, row)| row)
    }

    /// Deletes the rows for which the predicate is false.
    pub fn retain(&mut self, stays: impl Fn(&T) -> bool) {
        for (_, (key, _)) in self.rows.extract_if(.., |_, (_, row)| !stays(row)) {
            self.positions.remove(&key);
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

    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.rows.values_mut().map(|(_, row)| row)
    }

    /// The rows whose keys are in a range, with their keys, in the order of these.
    pub fn range(&self, keys: Range<String>) -> impl DoubleEndedIterator<Item = (&str, &T)> {
        self.positions.range(keys).filter_map(|(key, position)| Some((key.as_str(), self.row_at(*position)?)))
    }

    fn row_at(&self, position: u64) -> Option<&T> {
        self.rows.get(&position).map(|(_, row)| row)
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
        let rows: Vec<_> = self.rows.iter().map(|(position, (key, row))| (position, key, row)).collect();
        Kept { last: self.last, rows }.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let kept = Kept::<Vec<(u64, String, T)>>::deserialize(deserializer)?;
        let mut table = Self { last: kept.last, ..Self::default() };
        for (position, key, row) in kept.rows {
            if position > table.last || table.rows.contains_key(&position) || table.contains(&key) {
                return Err(serde::de::Error::custom(format!("the row {key} at {position} cannot be where it is")));
            }
            table.positions.insert(key.clone(), position);
            table.rows.insert(position, (key, row));
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
}
