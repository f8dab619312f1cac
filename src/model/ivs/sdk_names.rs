//! Names that AWS's SDK for JavaScript gives to values of enumerations and to types, where they are not the service's
//! own.
//!
//! They are part of no service model; `tests/peers` compares them with the SDK's.

use crate::model::SdkNames;

/// The SDK's names.
pub const SDK: SdkNames = SdkNames {
    class: "Ivs",
    enums: &[
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
    ],
    // JavaScript or the SDK's own code has another use for these names.
    types: &[("Stream", "_Stream")],
};
