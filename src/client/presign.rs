//! Requests that somebody else will send: a URL with the signature in its query.

use super::{CONTENT_TYPE, Client, Error};
use crate::protocol::Request;
use crate::sigv4::{self, Credentials};

impl Client {
    /// The URL of a request that has everything in its query, signed for this moment and so many seconds. A method takes the place
    /// of the request's own. Whoever calls the URL sends no body, but the `content-type` that requests with a body have: botocore
    /// signs that header, and so the URLs are the same.
    pub(super) fn presign(
        &self,
        request: &Request,
        method: Option<&str>,
        expires_in: u32,
        credentials: &Credentials,
    ) -> Result<String, Error> {
        let endpoint = &self.config.endpoint;
        let path = endpoint.path(&request.path);
        let query = self.signer.presign(
            &sigv4::Request {
                method: method.unwrap_or(request.method.as_str()),
                host: endpoint.host(),
                path: &path,
                query: &request.query,
                headers: if request.body.is_some() { &[CONTENT_TYPE] } else { &[] },
                body: b"",
            },
            &self.terms(credentials)?,
            expires_in,
        )?;
        Ok(endpoint.url(&path, &query))
    }
}
