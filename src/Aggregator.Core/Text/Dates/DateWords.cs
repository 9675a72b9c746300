using System.Collections.Frozen;

namespace Aggregator.Text.Dates;

/// <summary>Month names of the languages that feeds are written in, as they stand in dates (full, short and inflected).</summary>
internal static class DateWords
{
    // One line a month; words of several languages share a line, duplicates are left out.
    private static readonly string[] Months =
    [
        "jan january januar jän jänner janv janvier ene enero gen gennaio janeiro januari stycznia sty styczeń января янв январь jan ιαν ιανουαρίου "
            + "január január ocak ledna leden tammikuu ianuarie січня",
        "feb february februar fév fev févr fevr février fevrier febrero febbraio fevereiro februari lutego lut luty февраля фев февраль φεβ "
            + "φεβρουαρίου február februári şubat únor února helmikuu februarie лютого",
        "mar march mär märz maerz mrz mars marzo março marco mrt maart marca marzec марта мар март μάρ μαρ μάώ μαώ μαρτίου márc március mart března "
            + "březen maaliskuu martie березня",
        "apr april avr avril abr abril aprile kwietnia kwi kwiecień апреля апр апрель απρ απριλίου ápr április nisan dubna duben huhtikuu aprilie квітня",
        "may mai mayo mag maggio maio mei maj maja мая май μάι μαϊ μαι μαΐου máj május mayıs května květen toukokuu травня",
        "jun june juni juin junio giu giugno junho czerwca cze czerwiec июня июн июнь ιούν ιουν ιον ιουνίου jún június haziran června červen "
            + "kesäkuu iunie червня",
        "jul july juli juil juillet julio lug luglio julho lipca lip lipiec июля июл июль ιούλ ιουλ ιολ ιουλίου júl július temmuz července červenec "
            + "heinäkuu iulie липня",
        "aug august août aout ago agosto augustus augusti sierpnia sie sierpień августа авг август αύγ αυγ αυγούστου augusztus ağustos srpna srpen "
            + "elokuu серпня",
        "sep sept september septembre septiembre set settembre setembro września wrz wrzesień сентября сен сент сентябрь σεπ σεπτεμβρίου szept "
            + "szeptember eylül září syyskuu septembrie вересня",
        "oct october okt oktober octobre octubre ott ottobre out outubro października paź październik октября окт октябрь οκτ οκτωβρίου október "
            + "ekim října říjen lokakuu octombrie жовтня",
        "nov november novembre noviembre novembro listopada lis listopad ноября ноя нояб ноябрь νοέ νοε νοεμβρίου kasım listopadu marraskuu "
            + "noiembrie листопада",
        "dec december dez dezember déc décembre decembre dic diciembre dicembre dezembro des desember grudnia gru grudzień декабря дек декабрь δεκ "
            + "δεκεμβρίου aralık prosince prosinec joulukuu decembrie грудня",
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByName = Table();

    /// <summary>1 to 12 for the name of a month, 0 for any other word.</summary>
    public static int Month(ReadOnlySpan<char> word) => ByName.TryGetValue(word, out var month) ? month : 0;

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Table()
    {
        var table = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var month = 0; month < Months.Length; month++)
        {
            foreach (var name in Months[month].Split(' '))
                table.TryAdd(name, month + 1);
        }

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
