//! Playback restriction policies: who may watch, by country and by the page's origin.

use super::quota::Quotas;
use super::resource::{Resource, check_quota, insert, one};
use super::tag::{self, Tags};
use super::{Answer, Ivs, find, find_mut};
use crate::error::Error;
use crate::origin;
use serde::{Deserialize, Serialize};

/// The codes that ISO 3166-1 assigns.
const COUNTRIES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF \
    CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH \
    GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW \
    KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG \
    NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN \
    SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT \
    ZA ZM ZW";

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PlaybackRestrictionPolicy {
    pub arn: String,
    pub allowed_countries: Vec<String>,
    pub allowed_origins: Vec<String>,
    pub enable_strict_origin_enforcement: bool,
    name: String,
    pub tags: Tags,
}

/// Settings; an absent one is left as it is.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Choices {
    allowed_countries: Option<Vec<String>>,
    allowed_origins: Option<Vec<String>>,
    enable_strict_origin_enforcement: Option<bool>,
    name: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Create {
    #[serde(flatten)]
    choices: Choices,
    #[serde(default)]
    tags: Tags,
}

#[derive(Debug, Deserialize)]
pub struct Update {
    arn: String,
    #[serde(flatten)]
    choices: Choices,
}

pub fn create(ivs: &mut Ivs, input: Create) -> Answer {
    tag::check(&input.tags)?;
    input.choices.check(&ivs.settings.quotas)?;
    check_quota::<PlaybackRestrictionPolicy>(ivs)?;
    let policy = PlaybackRestrictionPolicy {
        arn: ivs.new_arn(PlaybackRestrictionPolicy::KIND),
        allowed_countries: input.choices.allowed_countries.unwrap_or_default(),
        allowed_origins: input.choices.allowed_origins.unwrap_or_default(),
        enable_strict_origin_enforcement: input.choices.enable_strict_origin_enforcement.unwrap_or_default(),
        name: input.choices.name.unwrap_or_default(),
        tags: input.tags,
    };
    insert(ivs, policy)
}

pub fn update(ivs: &mut Ivs, input: Update) -> Answer {
    find(&ivs.playback_restriction_policies, &input.arn)?;
    let choices = input.choices;
    choices.check(&ivs.settings.quotas)?;
    let policy = find_mut(&mut ivs.playback_restriction_policies, &input.arn)?;
    policy.allowed_countries =
        choices.allowed_countries.unwrap_or_else(|| std::mem::take(&mut policy.allowed_countries));
    policy.allowed_origins = choices.allowed_origins.unwrap_or_else(|| std::mem::take(&mut policy.allowed_origins));
    policy.enable_strict_origin_enforcement =
        choices.enable_strict_origin_enforcement.unwrap_or(policy.enable_strict_origin_enforcement);
    policy.name = choices.name.unwrap_or_else(|| std::mem::take(&mut policy.name));
    one(policy)
}

impl Choices {
    fn check(&self, quotas: &Quotas) -> Result<(), Error> {
        for (member, list, kind) in [
            ("allowedCountries", &self.allowed_countries, "allowed-countries"),
            ("allowedOrigins", &self.allowed_origins, "allowed-origins"),
        ] {
            let most = quotas.of(kind);
            if list.as_ref().is_some_and(|list| list.len() as u64 > most) {
                return Err(Error::validation(format!("input.{member}: a policy may have at most {most}")));
            }
        }
        for (index, country) in self.allowed_countries.iter().flatten().enumerate() {
            if !COUNTRIES.split(' ').any(|code| code == country) {
                let place = format!("input.allowedCountries[{index}]");
                return Err(Error::validation(format!("{place}: is not a country code of ISO 3166-1 alpha-2")));
            }
        }
        for (index, origin) in self.allowed_origins.iter().flatten().enumerate() {
            if !is_origin(origin) {
                let place = format!("input.allowedOrigins[{index}]");
                return Err(Error::validation(format!("{place}: is not an origin such as https://example.com")));
            }
        }
        Ok(())
    }
}

/// Whether it is a valid `Origin` header: a scheme, a host and optionally a port.
fn is_origin(text: &str) -> bool {
    text == "null" || origin::host_of_origin(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_countries_are_249() {
        assert_eq!(COUNTRIES.split(' ').filter(|code| code.len() == 2).count(), 249);
    }

    #[test]
    fn an_origin_is_a_scheme_a_host_and_optionally_a_port() {
        for origin in ["https://example.com", "http://localhost:3000", "null"] {
            assert!(is_origin(origin), "{origin}");
        }
        for other in
            ["", "example.com", "https://example.com/", "https://example.com?a", "https://me@example.com", "/a"]
        {
            assert!(!is_origin(other), "{other}");
        }
    }
}
