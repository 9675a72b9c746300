using System.Collections.Frozen;

namespace Aggregator.Text.Dates;

/// <summary>
/// Offsets of zone names, in minutes east of Greenwich. Where a name is used in several places, RFC 822's meaning comes first, then the commonest.
/// </summary>
internal static class ZoneNames
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByName =
        new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
        {
            // RFC 822 section 5.1
            ["UT"] = 0,
            ["GMT"] = 0,
            ["UTC"] = 0,
            ["Z"] = 0,
            ["EST"] = -300,
            ["EDT"] = -240,
            ["CST"] = -360,
            ["CDT"] = -300,
            ["MST"] = -420,
            ["MDT"] = -360,
            ["PST"] = -480,
            ["PDT"] = -420,
            ["A"] = -60,
            ["M"] = -720,
            ["N"] = 60,
            ["Y"] = 720,
            // North America; the short forms are in PlaceZones
            ["AST"] = -240,
            ["ADT"] = -180,
            ["NST"] = -210,
            ["NDT"] = -150,
            ["AKST"] = -540,
            ["AKDT"] = -480,
            ["HST"] = -600,
            ["HAST"] = -600,
            // South America
            ["BRT"] = -180,
            ["BRST"] = -120,
            ["ART"] = -180,
            ["CLT"] = -240,
            ["CLST"] = -180,
            ["COT"] = -300,
            ["PET"] = -300,
            ["VET"] = -240,
            // Europe and Africa
            ["WET"] = 0,
            ["WEST"] = 60,
            ["BST"] = 60,
            ["CET"] = 60,
            ["CEST"] = 120,
            ["MET"] = 60,
            ["MEST"] = 120,
            ["MEZ"] = 60,
            ["MESZ"] = 120,
            ["EET"] = 120,
            ["EEST"] = 180,
            ["MSK"] = 180,
            ["MSD"] = 240,
            ["TRT"] = 180,
            ["SAST"] = 120,
            ["WAT"] = 60,
            ["CAT"] = 120,
            ["EAT"] = 180,
            // Asia and Oceania
            ["IST"] = 330,
            ["IDT"] = 180,
            ["GST"] = 240,
            ["PKT"] = 300,
            ["NPT"] = 345,
            ["BDT"] = 360,
            ["ICT"] = 420,
            ["WIB"] = 420,
            ["WITA"] = 480,
            ["WIT"] = 540,
            ["HKT"] = 480,
            ["SGT"] = 480,
            ["MYT"] = 480,
            ["PHT"] = 480,
            ["AWST"] = 480,
            ["JST"] = 540,
            ["KST"] = 540,
            ["ACST"] = 570,
            ["ACDT"] = 630,
            ["AEST"] = 600,
            ["AEDT"] = 660,
            ["NZST"] = 720,
            ["NZDT"] = 780,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static int? Offset(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var minutes) ? minutes : null;
}
