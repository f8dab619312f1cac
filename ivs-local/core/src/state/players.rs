//! Where players find the account's channels.

use super::Ivs;
use super::channel::playback_url;

impl Ivs {
    /// Players come to another origin from now on.
    pub(crate) fn move_players(&mut self, origin: &str) {
        self.settings.playback_origin = Some(origin.to_owned());
        self.lead_players();
    }

    /// Every address for players leads to the origin of the settings.
    pub(super) fn lead_players(&mut self) {
        let url = |arn: &str| playback_url(&self.settings, arn);
        self.channels.update(|_| true, |channel| channel.playback_url = url(&channel.arn));
        self.streams.update(|_| true, |stream| stream.playback_url = url(&stream.channel_arn));
        self.sessions.update(|_| true, |session| session.channel.playback_url = url(&session.channel.arn));
    }
}
