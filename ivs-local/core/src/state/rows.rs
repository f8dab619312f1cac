//! A map from growing numbers.

use std::ops::RangeFull;

/// Values by number, in the order of the numbers. New numbers are usually the greatest, so a sorted vector serves: the tables of a
/// dozen types take a tenth of the code that as many `BTreeMap`s do. Values are boxed, so that little moves when one is removed.
#[derive(Debug, Clone)]
pub struct Rows<V>(Vec<(u64, Box<V>)>);

impl<V> Rows<V> {
    pub fn new() -> Self {
        Self(Vec::new())
    }

    fn place(&self, number: u64) -> Result<usize, usize> {
        self.0.binary_search_by_key(&number, |(number, _)| *number)
    }

    pub fn insert(&mut self, number: u64, value: V) {
        match self.place(number) {
            Ok(place) => {
                if let Some((_, old)) = self.0.get_mut(place) {
                    **old = value;
                }
            }
            Err(place) => self.0.insert(place, (number, Box::new(value))),
        }
    }

    pub fn get(&self, number: u64) -> Option<&V> {
        self.0.get(self.place(number).ok()?).map(|(_, value)| &**value)
    }

    pub fn get_mut(&mut self, number: u64) -> Option<&mut V> {
        let place = self.place(number).ok()?;
        self.0.get_mut(place).map(|(_, value)| &mut **value)
    }

    pub fn remove(&mut self, number: u64) -> Option<V> {
        let place = self.place(number).ok()?;
        Some(*self.0.remove(place).1)
    }

    /// Removes and returns those that are chosen.
    pub fn extract_if(
        &mut self,
        range: RangeFull,
        mut chosen: impl FnMut(&u64, &mut V) -> bool,
    ) -> impl Iterator<Item = (u64, V)> {
        self.0.extract_if(range, move |(number, value)| chosen(number, value)).map(|(number, value)| (number, *value))
    }

    pub fn contains_key(&self, number: u64) -> bool {
        self.place(number).is_ok()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&u64, &V)> {
        self.0.iter().map(|(number, value)| (number, &**value))
    }

    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> {
        self.0.iter().map(|(_, value)| &**value)
    }

    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&u64, &mut V)> {
        self.0.iter_mut().map(|(number, value)| (&*number, &mut **value))
    }

    pub fn keys(&self) -> impl Iterator<Item = &u64> {
        self.0.iter().map(|(number, _)| number)
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;

    #[test]
    fn values_are_in_the_order_of_their_numbers() {
        let mut rows = Rows::new();
        for number in [2, 7, 5, 1, 9] {
            rows.insert(number, number * 10);
        }
        rows.insert(5, 55);
        assert_eq!(rows.iter().collect::<Vec<_>>(), [(&1, &10), (&2, &20), (&5, &55), (&7, &70), (&9, &90)]);
        assert_eq!((rows.get(7), rows.get(8), rows.len()), (Some(&70), None, 5));
        if let Some(value) = rows.get_mut(9) {
            *value = 99;
        }
        assert_eq!((rows.remove(2), rows.remove(2)), (Some(20), None));
        assert_eq!(rows.extract_if(.., |number, _| *number > 6).collect::<Vec<_>>(), [(7, 70), (9, 99)]);
        assert!(rows.contains_key(5) && !rows.contains_key(7));
        assert_eq!(rows.values().rev().copied().collect::<Vec<_>>(), [55, 10]);
    }
}
