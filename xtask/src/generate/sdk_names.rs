//! Names that AWS's SDK for JavaScript gives to values of enumerations, where they are not the values themselves.
//!
//! They are part of no service model; `tests/peers` compares them with the SDK's.

const NAMES: &[(&str, &[(&str, &str)])] = &[
    ("ChannelLatencyMode", &[("NORMAL", "NormalLatency"), ("LOW", "LowLatency")]),
    (
        "ChannelType",
        &[
            ("BASIC", "BasicChannelType"),
            ("STANDARD", "StandardChannelType"),
            ("ADVANCED_SD", "AdvancedSDChannelType"),
            ("ADVANCED_HD", "AdvancedHDChannelType"),
        ],
    ),
    ("ContainerFormat", &[("FRAGMENTED_MP4", "FragmentedMP4")]),
    (
        "RecordingConfigurationState",
        &[("CREATING", "Creating"), ("CREATE_FAILED", "CreateFailed"), ("ACTIVE", "Active")],
    ),
    ("RecordingMode", &[("DISABLED", "Disabled"), ("INTERVAL", "Interval")]),
    ("StreamHealth", &[("HEALTHY", "StreamHealthy"), ("STARVING", "Starving"), ("UNKNOWN", "Unknown")]),
    ("StreamState", &[("LIVE", "StreamLive"), ("OFFLINE", "StreamOffline")]),
    (
        "TranscodePreset",
        &[
            ("HIGHER_BANDWIDTH_DELIVERY", "HigherBandwidthTranscodePreset"),
            ("CONSTRAINED_BANDWIDTH_DELIVERY", "ConstrainedBandwidthTranscodePreset"),
        ],
    ),
];

/// Names of types that the SDK changes, because JavaScript or its own code has another use for them.
pub const TYPES: &[(&str, &str)] = &[("Stream", "_Stream")];

/// The SDK's name for a value of an enumeration, if it is another than the value.
pub fn sdk_name(enumeration: &str, value: &str) -> Option<&'static str> {
    let (_, names) = NAMES.iter().find(|(name, _)| *name == enumeration)?;
    names.iter().find(|(known, _)| *known == value).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::super::enums;
    use super::*;

    #[test]
    fn every_name_is_of_a_value_that_the_model_has() {
        for (name, names) in NAMES {
            let (_, values) = enums().find(|(shape, _)| shape.name == *name).expect(name);
            assert!(names.iter().all(|(value, _)| values.contains(value)), "{name}");
        }
    }
}
