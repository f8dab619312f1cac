//! Access keys, and what each of them may do.

use ivs_wasm::model::Operation;
use ivs_wasm::model::ivs::SERVICE;
use std::fmt;
use std::str::FromStr;

/// An access key.
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    /// Access key id.
    pub id: String,
    /// Secret access key.
    pub secret: String,
    /// The session token that each request must have; if there is none, any signed token is accepted.
    pub session_token: Option<String>,
    /// What it may do.
    pub permissions: Permissions,
}

/// Which operations a key may call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Permissions {
    /// All.
    All,
    /// Those that change nothing: `Get…`, `BatchGet…` and `List…`.
    ReadOnly,
    /// Those of these actions, such as `ivs:GetChannel` or `ivs:List*`.
    Actions(Vec<String>),
}

impl Permissions {
    /// Those of actions; of none, all.
    ///
    /// Fails with a sentence if one is no action of IVS.
    pub fn of(actions: &[&str]) -> Result<Self, String> {
        match actions {
            [] => Ok(Self::All),
            ["read-only"] => Ok(Self::ReadOnly),
            actions => {
                match actions.iter().find(|action| !SERVICE.operations().any(|operation| matches(action, operation))) {
                    // What is no word may be a part of a secret.
                    Some(wrong) if is_action(wrong) => Err(format!(
                        "{wrong} is no action of IVS, such as ivs:GetChannel or ivs:List*, nor read-only alone"
                    )),
                    Some(_) => {
                        Err("what follows a comma is no action of IVS, such as ivs:GetChannel or ivs:List*".to_owned())
                    }
                    None => Ok(Self::Actions(actions.iter().map(|action| (*action).to_owned()).collect())),
                }
            }
        }
    }

    /// Whether an operation may be called.
    pub fn permit(&self, operation: &Operation) -> bool {
        match self {
            Self::All => true,
            Self::ReadOnly => ["Get", "BatchGet", "List"].iter().any(|verb| operation.name.starts_with(verb)),
            Self::Actions(actions) => actions.iter().any(|action| matches(action, operation)),
        }
    }
}

/// Whether an action of a policy names the operation.
fn matches(action: &str, operation: &Operation) -> bool {
    let Some(name) = action.strip_prefix("ivs:") else { return false };
    match name.strip_suffix('*') {
        Some(beginning) => operation.name.starts_with(beginning),
        None => operation.name == name,
    }
}

/// `ID=SECRET`, `ID=SECRET,read-only` or `ID=SECRET,ivs:GetChannel,ivs:List*`.
impl FromStr for Key {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut parts = text.split(',');
        let key = parts.next().and_then(|key| key.split_once('='));
        let (id, secret) = key.ok_or("write it as ID=SECRET, with what the key may do after a comma")?;
        if !is_word(id) || !is_word(secret) {
            return Err("the id and the secret must be of visible ASCII characters, without a space".to_owned());
        }
        let actions: Vec<&str> = parts.collect();
        Ok(Self {
            id: id.to_owned(),
            secret: secret.to_owned(),
            session_token: None,
            permissions: Permissions::of(&actions)?,
        })
    }
}

fn is_action(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic() || b":*-".contains(&byte))
}

/// Whether a text can be an access key id, a secret or a token: visible ASCII characters.
pub fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic())
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Key").field("id", &self.id).field("permissions", &self.permissions).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn permits(key: &str, operation: &str) -> bool {
        key.parse::<Key>().unwrap().permissions.permit(SERVICE.operation(operation).unwrap())
    }

    #[test]
    fn a_key_may_do_what_is_said_after_it() {
        assert!(permits("a=b", "DeleteChannel"));
        for operation in ["GetChannel", "BatchGetStreamKey", "ListTagsForResource"] {
            assert!(permits("a=b,read-only", operation), "{operation}");
        }
        for operation in ["PutMetadata", "StopStream", "TagResource", "BatchStartViewerSessionRevocation"] {
            assert!(!permits("a=b,read-only", operation), "{operation}");
        }
        assert!(permits("a=b,ivs:PutMetadata,ivs:Get*", "PutMetadata"));
        assert!(permits("a=b,ivs:PutMetadata,ivs:Get*", "GetStream"));
        assert!(!permits("a=b,ivs:PutMetadata,ivs:Get*", "StopStream"));
    }

    #[test]
    fn a_secret_may_have_what_secrets_have() {
        let key: Key = "AKID/x=s/e+c=ret==".parse().unwrap();
        assert_eq!((key.id.as_str(), key.secret.as_str()), ("AKID/x", "s/e+c=ret=="));
        assert!(!format!("{key:?}").contains("ret"));
    }

    #[test]
    fn what_is_no_key_is_rejected_with_the_remedy() {
        for wrong in [
            "",
            "a",
            "=b",
            "a=",
            "a b=c",
            "a=b,",
            "a=b,readonly",
            "a=b,ivs:GetChanel",
            "a=b,s3:*",
            "a=b,read-only,ivs:*",
        ] {
            assert!(wrong.parse::<Key>().is_err(), "{wrong}");
        }
    }
}
