namespace Aggregator.Text.Languages;

/// <summary>Short words that a language's prose repeats and its neighbours do not. Data only; the first are the commonest.</summary>
internal static class LanguageWords
{
    public static readonly (string Language, string Words)[] ByLanguage =
    [
        ("en",
            "the of and to that for with was is on as by from are have this be it not you his they which at or an has their were but been will "
                + "would there who more"),
        ("de",
            "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei "
                + "einer um am sind noch wie einem über so zum war haben nur oder aber"),
        ("fr",
            "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont aux avec son cette mais ses ou comme nous "
                + "elle ont été être leur fait deux"),
        ("es",
            "de la que el en los se del las un por con no una su para es al lo como más pero sus le ya o este sí porque esta entre cuando muy sin "
                + "sobre también fue había son ha dos desde"),
        ("it",
            "di che il la per un in non è una si le del da con dei sono al come della nel alla più anche gli lo ma ha delle dal questo tra loro "
                + "stato essere suo sua nella degli"),
        ("pt",
            "de que o a do da em um para com não uma os no se na por mais as dos como mas ao das foi à seu sua ou quando muito nos já eu também só "
                + "pelo pela até isso ela entre depois são você"),
        ("nl",
            "de het een van en in is dat op te zijn met voor niet aan er om ook als maar bij uit dan nog naar door over ze wordt hij was heeft "
                + "worden tot al kan deze die"),
        ("sv",
            "och att det i en som på är av för med den till inte har de ett om var men sig från vi så kan man när år säger under också efter eller nu sin där"),
        ("da",
            "og at det i er en til på som med for den af de ikke der har et om var men sig fra vi så kan man når år siger efter også eller nu sin "
                + "havde blev være jeg han hun mod"),
        ("no",
            "og å det i er en til på som med for den av de ikke har et om var men seg fra vi så kan man når år sier etter også eller nå sin hadde "
                + "ble være jeg han hun mot"),
        ("fi", "ja on ei se että oli hän mutta ovat kun myös joka sen niin kuin tai jos mukaan vain hänen ole olla nyt vuonna jo sitä voi"),
        ("pl", "w i na z się nie do to że jest o od po jak za przez ale co dla są tym czy tego już być może oraz ich jego które który przy był także tylko"),
        ("cs", "a se v na je že s z do o to i za by ve si ale jako po pro jsou od který jeho jsem podle nebo být při už které také bylo byl jeho"),
        ("sk", "a sa v na je že s z do o to aj za by vo si ale ako po pre sú od ktorý jeho podľa alebo byť pri už ktoré tiež bolo bol"),
        ("hu", "a az és hogy nem is egy ez meg csak de volt már el ha még mint vagy azt ki lesz pedig majd arra szerint után akkor minden"),
        ("ro", "de și în a la cu pe că nu o din un este pentru care sa mai au ca fi prin sunt dar după lui o al fost ale până cele această"),
        ("tr", "ve bir bu için da de ile olarak çok daha olan gibi en ne kadar sonra ama var olduğu her ise ya ki değil göre tarafından yeni"),
        ("id", "yang dan di dari untuk dengan ini itu pada dalam tidak akan adalah ke juga oleh atau sebagai bisa telah mereka ada saat lebih karena"),
        ("vi", "và của là có không được cho các một trong với người những này đã khi để từ đến như về cũng nhiều ra tại"),
        ("hr", "i je u se na da za su od s o ne koji to kao sa što bi iz ali će samo biti nije više nakon kako kod"),
        ("lt", "ir kad su iš į tai yra ne kaip bet apie dėl po nuo už jau buvo tik taip jis savo arba labai"),
        ("et", "ja on ei et see oli ta kui ka oma mis aga ning kes seda nii või mida pole juba siis tema"),
        ("ca", "de la que i el en a les del un per amb els no una és al més com ha ser però seva aquest aquesta són dels va han també"),
        ("ru", "и в не на что с по как это из он от но за для к был все его так же у было о бы или до если только"),
        ("uk", "і в не на що з як це до та за для він але від його про був є у якщо або й під час цього також"),
        ("bg", "и на в да се за от не е с че по са като до си но това към или след който която има ще също"),
        ("sr", "и је у да се на за су од са о не који то као што би из али ће само бити није више после како"),
        ("ar", "في من على إلى أن التي عن هذا هذه مع كان الذي ما بعد لا كما قال أو بين كل قبل"),
        ("fa", "و در به از که این را با است برای آن یک تا خود می بر شد هم بود کرد"),
        ("ur", "کے میں کی ہے اور سے کا کو اس نے پر ہیں کہ نہیں بھی یہ"),
        ("he", "של את על לא הוא כי עם זה גם אל או היא כל אבל יש אם"),
        ("el", "και το να του η της με που την από για στο είναι τα των οι σε στην τον δεν"),
        ("hi", "के में की है और से का को ने पर हैं कि नहीं भी यह लिए"),
        ("mr", "आणि आहे या च्या ते व तर हे होते की असे मध्ये"),
        ("ne", "र छ को मा लागि पनि यो भने भएको छन् गरेको"),
    ];
}
