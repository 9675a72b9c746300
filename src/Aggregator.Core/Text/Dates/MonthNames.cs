using System.Collections.Frozen;

namespace Aggregator.Text.Dates;

/// <summary>
/// Month names and their usual short forms in the languages of the feeds read. Data only; genitives stand beside nominatives where dates use them.
/// </summary>
internal static class MonthNames
{
    /// <summary>Per language the twelve months in order; forms of one month are parted by a slash.</summary>
    private static readonly string[] ByLanguage =
    [
        /* en */ "january/jan february/feb/febr march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec",
        /* de */ "januar/jan/jänner/jän/jaenner februar/feb/feber märz/mär/mrz/maerz april/apr mai juni/jun juli/jul august/aug september/sep/sept "
            + "oktober/okt november/nov dezember/dez",
        /* fr */ "janvier/janv février/fevrier/févr/fév/fevr mars avril/avr mai juin juillet/juil août/aout septembre/sept octobre/oct novembre/nov "
            + "décembre/decembre/déc",
        /* es */ "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep/set octubre/oct "
            + "noviembre/nov diciembre/dic",
        /* ca */ "gener/gen febrer/febr març/marc abril/abr maig juny juliol/jul agost/ag setembre/set octubre/oct novembre/nov desembre/des",
        /* it */ "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set/sett ottobre/ott "
            + "novembre/nov dicembre/dic",
        /* pt */ "janeiro/jan fevereiro/fev março/marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov "
            + "dezembro/dez",
        /* nl */ "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep/sept oktober/okt november/nov december/dec",
        /* sv */ "januari/jan februari/feb mars/mar april/apr maj juni/jun juli/jul augusti/aug september/sep/sept oktober/okt november/nov december/dec",
        /* da */ "januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug september/sep/sept oktober/okt november/nov december/dec",
        /* no */ "januar/jan februar/feb mars/mar april/apr mai juni/jun juli/jul august/aug september/sep/sept oktober/okt november/nov desember/des",
        /* fi */ "tammikuu/tammikuuta helmikuu/helmikuuta maaliskuu/maaliskuuta huhtikuu/huhtikuuta toukokuu/toukokuuta kesäkuu/kesäkuuta "
            + "heinäkuu/heinäkuuta elokuu/elokuuta syyskuu/syyskuuta lokakuu/lokakuuta marraskuu/marraskuuta joulukuu/joulukuuta",
        /* is */ "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
        /* et */ "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
        /* pl */ "styczeń/stycznia/sty luty/lutego/lut marzec/marca/mar kwiecień/kwietnia/kwi maj/maja czerwiec/czerwca/cze lipiec/lipca/lip "
            + "sierpień/sierpnia/sie wrzesień/września/wrz październik/października/paź listopad/listopada/lis grudzień/grudnia/gru",
        /* cs */ "leden/ledna únor/února březen/března duben/dubna květen/května červen/června červenec/července srpen/srpna září říjen/října "
            + "listopad/listopadu prosinec/prosince",
        /* sk */ "január/januára február/februára marec/marca apríl/apríla máj/mája jún/júna júl/júla august/augusta september/septembra "
            + "október/októbra november/novembra december/decembra",
        /* hr */ "siječanj/siječnja veljača/veljače ožujak/ožujka travanj/travnja svibanj/svibnja lipanj/lipnja srpanj/srpnja kolovoz/kolovoza "
            + "rujan/rujna listopad/listopada studeni/studenoga prosinac/prosinca",
        /* sl, sr */ "januar/januara/januarja februar/februara/februarja mart/marta/marec/marca april/aprila maj/maja jun/juna/junij/junija "
            + "jul/jula/julij/julija avgust/avgusta septembar/septembra oktobar/oktobra novembar/novembra decembar/decembra",
        /* hu */ "január/jan február/febr március/márc április/ápr május/máj június/jún július/júl augusztus/aug szeptember/szept október/okt "
            + "november/nov december/dec",
        /* ro */ "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug septembrie/sept octombrie/oct noiembrie/nov "
            + "decembrie/dec",
        /* tr */ "ocak/oca şubat/şub mart/mar nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu eylül/eyl ekim/eki kasım/kas aralık/ara",
        /* el */ "ιανουάριος/ιανουαρίου/ιαν φεβρουάριος/φεβρουαρίου/φεβ μάρτιος/μαρτίου/μαρ απρίλιος/απριλίου/απρ μάιος/μαΐου/μαΐ/μάι "
            + "ιούνιος/ιουνίου/ιουν ιούλιος/ιουλίου/ιουλ αύγουστος/αυγούστου/αυγ σεπτέμβριος/σεπτεμβρίου/σεπ οκτώβριος/οκτωβρίου/οκτ "
                + "νοέμβριος/νοεμβρίου/νοε δεκέμβριος/δεκεμβρίου/δεκ",
        /* ru */ "январь/января/янв февраль/февраля/фев март/марта/мар апрель/апреля/апр май/мая июнь/июня/июн июль/июля/июл август/августа/авг "
            + "сентябрь/сентября/сен/сент октябрь/октября/окт ноябрь/ноября/ноя/нояб декабрь/декабря/дек",
        /* uk */ "січень/січня лютий/лютого березень/березня квітень/квітня травень/травня червень/червня липень/липня серпень/серпня "
            + "вересень/вересня жовтень/жовтня листопад/листопада грудень/грудня",
        /* bg */ "януари февруари март април май юни юли август септември октомври ноември декември",
        /* lt */ "sausis/sausio vasaris/vasario kovas/kovo balandis/balandžio gegužė/gegužės birželis/birželio liepa/liepos rugpjūtis/rugpjūčio "
            + "rugsėjis/rugsėjo spalis/spalio lapkritis/lapkričio gruodis/gruodžio",
        /* id, ms */ "januari/jan februari/feb/pebruari maret/mar/mac april/apr mei juni/jun/jun juli/jul/julai agustus/agu/ogos september/sep "
            + "oktober/okt november/nov desember/des/disember",
        /* vi */ "tháng-1 tháng-2 tháng-3 tháng-4 tháng-5 tháng-6 tháng-7 tháng-8 tháng-9 tháng-10 tháng-11 tháng-12",
        /* ar */ "يناير/كانون-الثاني فبراير/شباط مارس/آذار أبريل/ابريل/إبريل/نيسان مايو/أيار يونيو/يونيه/حزيران يوليو/يوليه/تموز أغسطس/اغسطس/آب "
            + "سبتمبر/أيلول أكتوبر/اكتوبر/تشرين-الأول نوفمبر/تشرين-الثاني ديسمبر/كانون-الأول",
        /* he */ "ינואר/בינואר פברואר/בפברואר מרץ/במרץ אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר "
            + "נובמבר/בנובמבר דצמבר/בדצמבר",
        /* hi */ "जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
        /* bn */ "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
        /* th */ "มกราคม/ม.ค. กุมภาพันธ์/ก.พ. มีนาคม/มี.ค. เมษายน/เม.ย. พฤษภาคม/พ.ค. มิถุนายน/มิ.ย. กรกฎาคม/ก.ค. สิงหาคม/ส.ค. กันยายน/ก.ย. "
            + "ตุลาคม/ต.ค. พฤศจิกายน/พ.ย. ธันวาคม/ธ.ค.",
    ];

    private static readonly FrozenDictionary<string, int> Months = Build();

    /// <returns>1–12, or 0 when the word (lower case, without a trailing full stop) is no month in any language here.</returns>
    public static int Number(string word) => Months.GetValueOrDefault(word);

    private static FrozenDictionary<string, int> Build()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var language in ByLanguage)
        {
            var names = language.Split(' ');
            for (var month = 0; month < names.Length; month++)
            {
                // the first language to claim a word keeps it ("listopad" is November in Polish and Czech, October in Croatian)
                foreach (var form in names[month].Split('/'))
                    months.TryAdd(form, month + 1);
            }
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
