//! Who signs.

use super::Error;
use crate::sigv4::Credentials;
use crate::texts::Texts;
use js_sys::{Array, Object};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use zeroize::Zeroizing;

/// The credentials of a client, as its calls last got them from JavaScript, which asks providers and knows when to ask anew.
#[derive(Default)]
pub struct CredentialsCache {
    last: RefCell<Option<Rc<Known>>>,
}

/// Credentials, and the array of their parts that they were made of: the same array means the same credentials.
pub struct Known {
    /// The parts, as JavaScript has them.
    pub parts: JsValue,
    /// The credentials.
    pub credentials: Credentials,
}

impl CredentialsCache {
    /// The credentials of these parts.
    pub fn of(&self, parts: Array) -> Result<Rc<Known>, Error> {
        let last = self.last.borrow().clone();
        if let Some(last) = last.filter(|last| Object::is(&last.parts, &parts)) {
            return Ok(last);
        }
        let texts = Zeroizing::new(String::from(parts.join("\0")));
        let credentials = Texts(&texts).credentials()?;
        let known = Rc::new(Known { parts: parts.into(), credentials });
        *self.last.borrow_mut() = Some(Rc::clone(&known));
        Ok(known)
    }
}
