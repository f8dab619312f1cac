//! The credentials of a client: what the provider gave last, and until when it is used.

use crate::sigv4::Credentials;
use std::cell::RefCell;
use std::rc::Rc;

/// Milliseconds before their expiration at which credentials are replaced.
const EARLY: f64 = 300_000.0;

/// What a provider gave.
#[derive(Debug)]
pub struct ProvidedCredentials {
    /// The credentials.
    pub credentials: Credentials,
    /// When they expire, in milliseconds since 1970; `None` if they do not say.
    pub expiration: Option<f64>,
}

/// The credentials that a client's calls share.
#[derive(Default)]
pub struct CredentialsCache {
    cached: RefCell<Option<Cached>>,
}

struct Cached {
    credentials: Rc<Credentials>,
    /// The service's time at which they are to be replaced.
    use_until: f64,
}

impl CredentialsCache {
    /// The cached credentials if they are still to be used at `now`, the service's time, and are not those that were refused.
    pub fn usable(&self, now: f64, refused: Option<&Rc<Credentials>>) -> Option<Rc<Credentials>> {
        let cached = self.cached.borrow();
        let Cached { credentials, use_until } = cached.as_ref()?;
        let is_refused = refused.is_some_and(|refused| Rc::ptr_eq(refused, credentials));
        (now < *use_until && !is_refused).then(|| Rc::clone(credentials))
    }

    /// Has the provider asked again, because these were refused, and the call makes no other attempt.
    pub fn refuse(&self, refused: &Rc<Credentials>) {
        self.cached.borrow_mut().take_if(|cached| Rc::ptr_eq(&cached.credentials, refused));
    }

    /// Caches credentials. Those that are the same as the cached ones keep their identity, which tells a call whose credentials
    /// were refused that it was given the same again.
    pub fn keep(&self, provided: ProvidedCredentials, now: f64) -> Rc<Credentials> {
        let expiration = provided.expiration.unwrap_or(f64::INFINITY);
        // Every call would ask for credentials that last less than the margin; they are used for as long as they last.
        let use_until = if expiration - now > EARLY { expiration - EARLY } else { expiration };
        let mut cached = self.cached.borrow_mut();
        let known = cached.as_ref().map(|cached| &cached.credentials);
        let credentials = match known.filter(|known| ***known == provided.credentials) {
            Some(known) => Rc::clone(known),
            None => Rc::new(provided.credentials),
        };
        *cached = Some(Cached { credentials: Rc::clone(&credentials), use_until });
        credentials
    }
}

#[cfg(test)]
#[path = "credentials_tests.rs"]
mod tests;
