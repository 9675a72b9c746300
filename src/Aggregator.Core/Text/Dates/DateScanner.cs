namespace Aggregator.Text.Dates;

/// <summary>
/// Reads a date from left to right, whatever the order of its parts: numbers, month names, a time with colons, a zone. One scan, nothing
/// allocated. The order of day and month in an all-number date follows its separators: 31.12.2003 and 31-12-2003, but 12/31/2003.
/// </summary>
internal ref partial struct DateScanner(ReadOnlySpan<char> text)
{
    // A date has a day, a year, perhaps a time without colons and a stray number.
    private const int MostNumbers = 6;

    private readonly ReadOnlySpan<char> _text = text;
    private DateParts _parts;
    private int _position;
    private bool _numericZone;
    private bool _hasYear;
    private bool _mayBeTuesday;
    private bool? _afternoon;
    private Number _first;
    private Number _second;
    private int _numbers;
    private int _unknownWords;

    private readonly record struct Number(int Value, int Digits);

    public static bool Read(ReadOnlySpan<char> text, out DateParts parts)
    {
        var scanner = new DateScanner(text);
        var read = scanner.Scan() && scanner.Complete();
        if (scanner._parts.Hour is { } hour)
            scanner._parts.Hour = HalvesOfDay.Hour(hour, scanner._afternoon);
        parts = scanner._parts;
        return read;
    }

    private bool Scan()
    {
        while (_position < _text.Length)
        {
            var c = _text[_position];
            var understood = true;
            if (char.IsAsciiDigit(c))
                understood = ScanNumber();
            else if (char.IsLetter(c))
                ScanWord();
            else if (c is '+' or '-' or '\u2212' && _parts.Hour is not null && !_numericZone)
                ScanOffset();
            else
                _position++;
            if (!understood || _numbers > MostNumbers || _unknownWords > MostNumbers)
                return false;
        }

        return true;
    }

    private bool ScanNumber()
    {
        var number = TakeNumber();
        if (number.Digits > 14)
            return false;
        if (Next is ':' && _parts.Hour is null && number.Digits <= 2 && IsDigit(1))
            return ScanTime(number.Value);
        if (_mayBeTuesday && _numbers == 0 && IsNumericDate())
            (_parts.Month, _mayBeTuesday) = (null, false);
        if (_parts.Month is null && !_hasYear && Next is '-' or '/' or '.' && IsDigit(1) && (_numbers == 0 || number.Digits <= 2))
            return ScanNumericDate(number);
        return number.Digits switch
        {
            8 or 12 or 14 when !_hasYear && _parts.Month is null => ScanCompact(number.Digits),
            6 or 4 when _parts.Month is not null && _hasYear && _parts.Hour is null => ScanCompactTime(number),
            > 4 => false,
            _ => Keep(number),
        };
    }

    // Two more numbers are joined to the one before: "/11/2026".
    private readonly bool IsNumericDate()
    {
        if (Next is not ('-' or '/' or '.') || !IsDigit(1))
            return false;
        var ahead = 1;
        while (IsDigit(ahead))
            ahead++;
        return _position + ahead < _text.Length && _text[_position + ahead] == Next && IsDigit(ahead + 1);
    }

    private bool Keep(Number number)
    {
        switch (Next)
        {
            // Chinese, Japanese and Korean write the unit behind the number.
            case '년' or '年':
                (_parts.Year, _hasYear) = (DateParts.FullYear(number.Value, number.Digits), true);
                return true;
            case '월' or '月':
                _parts.Month = number.Value;
                return true;
            case '일' or '日':
                _parts.Day = number.Value;
                return true;
            case '시' or '時' or '时' when _parts.Hour is null or < 0:
                _parts.Hour = number.Value;
                return true;
            case '분' or '分':
                _parts.Minute = number.Value;
                return true;
            case '초' or '秒':
                _parts.Second = number.Value;
                return true;
        }

        if (_numbers++ == 0)
            _first = number;
        else if (_numbers == 2)
            _second = number;
        return true;
    }

    // h:m, h:m:s, h:m:s.f; ISO 8601 also allows a comma.
    private bool ScanTime(int hour)
    {
        _parts.Hour = hour;
        _position++;
        _parts.Minute = TakeNumber().Value;
        if (Next is ':' && IsDigit(1))
        {
            _position++;
            _parts.Second = TakeNumber().Value;
            if (Next is '.' or ',' && IsDigit(1))
            {
                _position++;
                ScanFraction();
            }
        }

        return true;
    }

    private void ScanFraction()
    {
        var unit = TimeSpan.TicksPerSecond / 10;
        for (; _position < _text.Length && char.IsAsciiDigit(_text[_position]); _position++)
        {
            _parts.FractionTicks += (_text[_position] - '0') * unit;
            unit /= 10;
        }
    }

    private void ScanWord()
    {
        var start = _position;
        while (_position < _text.Length && (char.IsLetter(_text[_position]) || _text[_position] == '\''))
            _position++;
        var word = _text[start.._position];
        if (_parts.Hour is null && HalvesOfDay.ReadBefore(_text, start, _position) is { } half)
        {
            _afternoon = half;
            return;
        }

        if (_parts.Hour is not null && _afternoon is null && HalvesOfDay.ReadBehind(_text, ref start) is { } afternoon)
            (_afternoon, _position) = (afternoon, start);
        else if (_parts.Hour is not null && !_numericZone && PlaceZones.Read(_text, start, ref _position) is { } place)
            _parts.Place = place;
        else if (_parts.Hour is not null && !_numericZone && ZoneNames.Offset(word) is { } offset)
            _parts.Offset = offset;
        else if (MonthNames.Number(word) is > 0 and var month && (_parts.Month is null || _mayBeTuesday))
            (_parts.Month, _mayBeTuesday) = (month, _parts.Month is null && IsTuesdayToo(word));
        else if (word.Length > 2) // "T", "at", "de", "of" and the like
            _unknownWords++;
    }

    // mardi, martes, martedì, marți: cut short, Tuesday is March, until another month stands behind it.
    private static bool IsTuesdayToo(ReadOnlySpan<char> word) => word.Equals("mar", StringComparison.OrdinalIgnoreCase);

    // +hhmm, +hh:mm, +hh, +h, with spaces or a second sign that do not belong there.
    private void ScanOffset()
    {
        var negative = _text[_position] != '+';
        while (_position < _text.Length && _text[_position] is '+' or '-' or '\u2212' or ' ')
            negative |= _text[_position++] is '-' or '\u2212';
        if (!IsDigit(0))
            return;
        var number = TakeNumber();
        if (!_hasYear && _numbers < 2 && number.Digits == 4 && number.Value > 1400)
        {
            Keep(number); // "10:00 - 2004": a year behind the time
            return;
        }

        var minutes = number.Digits <= 2 ? number.Value * 60 : (number.Value / 100 * 60) + (number.Value % 100);
        if (number.Digits <= 2 && Next is ':' && IsDigit(1))
        {
            _position++;
            minutes += TakeNumber().Value;
        }

        _parts.Offset = negative ? -minutes : minutes;
        _numericZone = true;
    }

    // What the numbers beside a month's name mean: day and year in either order.
    private bool Complete()
    {
        if (_parts.Month is null && !_hasYear && _numbers == 1 && _first.Digits == 4 && _text.Length == 4)
            (_parts.Year, _hasYear) = (_first.Value, true);
        else if (_parts.Month is null)
            return false;
        if (_numbers > 0 && !_hasYear)
        {
            var yearFirst = _first.Digits > 2 || _first.Value > 31;
            var year = yearFirst ? _first : _second;
            if (year.Digits < 2)
                return false;
            (_parts.Year, _hasYear) = (DateParts.FullYear(year.Value, year.Digits), true);
            if (yearFirst ? _numbers > 1 : true)
                _parts.Day ??= yearFirst ? _second.Value : _first.Value;
        }
        else if (_numbers > 0 && _first.Digits <= 2)
        {
            _parts.Day ??= _first.Value;
        }

        return _hasYear;
    }

    private readonly char Next => _position < _text.Length ? _text[_position] : '\0';

    private readonly bool IsDigit(int ahead) => _position + ahead < _text.Length && char.IsAsciiDigit(_text[_position + ahead]);

    private Number TakeNumber()
    {
        var start = _position;
        var value = 0L;
        for (; _position < _text.Length && char.IsAsciiDigit(_text[_position]); _position++)
            value = Math.Min((value * 10) + _text[_position] - '0', int.MaxValue);
        return new Number((int)value, _position - start);
    }

    private static int TwoDigits(ReadOnlySpan<char> digits) => ((digits[0] - '0') * 10) + digits[1] - '0';
}
