use super::*;

#[test]
fn every_day_of_ten_thousand_years_follows_the_one_before() {
    let (mut year, mut month, mut day) = (0, 1, 1);
    for days in days_from_civil(0, 1, 1)..=days_from_civil(9999, 12, 31) {
        assert_eq!(civil_from_days(days), (year, month, day));
        assert_eq!(days_from_civil(year, month, day), days);
        day += 1;
        if day > days_in_month(year, month) {
            (month, day) = (month + 1, 1);
        }
        if month > 12 {
            (year, month) = (year + 1, 1);
        }
    }
    assert_eq!(civil_from_days(0), (1970, 1, 1));
    assert_eq!(civil_from_days(20_779), (2026, 11, 22));
}
