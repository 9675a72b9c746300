using System.Globalization;

namespace Aggregator.Text.Dates;

/// <summary>Dates and times that are written in digits alone.</summary>
internal ref partial struct DateScanner
{
    private bool ScanNumericDate(Number first)
    {
        var separator = Next;
        _position++;
        var second = TakeNumber();
        if (first.Digits == 4)
        {
            (_parts.Year, _hasYear) = (first.Value, true);
            if (second.Digits == 3 && separator == '-')
                return SetDayOfYear(second.Value);
            _parts.Month = second.Value;
            if (Next == separator && IsDigit(1))
            {
                _position++;
                _parts.Day = TakeNumber().Value;
            }

            return true;
        }

        if (Next != separator || !IsDigit(1))
            return false;
        _position++;
        var third = TakeNumber();
        var dayFirst = separator != '/' ? second.Value <= 12 : first.Value > 12;
        (_parts.Day, _parts.Month) = dayFirst ? (first.Value, second.Value) : (second.Value, first.Value);
        (_parts.Year, _hasYear) = (DateParts.FullYear(third.Value, third.Digits), true);
        return true;
    }

    private bool SetDayOfYear(int day)
    {
        if (day < 1 || day > (DateTime.IsLeapYear(Math.Clamp(_parts.Year, 1, 9999)) ? 366 : 365) || _parts.Year < 1)
            return false;
        var date = new DateTime(_parts.Year, 1, 1).AddDays(day - 1);
        (_parts.Month, _parts.Day) = (date.Month, date.Day);
        return true;
    }

    // YYYYMMDD, YYYYMMDDhhmm, YYYYMMDDhhmmss; anything whose year is not of our time is a Unix time or an id.
    private bool ScanCompact(int digits)
    {
        var run = _text.Slice(_position - digits, digits);
        var year = int.Parse(run[..4], CultureInfo.InvariantCulture);
        if (year is < 1900 or > 2100)
            return false;
        (_parts.Year, _hasYear) = (year, true);
        _parts.Month = TwoDigits(run[4..]);
        _parts.Day = TwoDigits(run[6..]);
        if (digits > 8)
        {
            _parts.Hour = TwoDigits(run[8..]);
            _parts.Minute = TwoDigits(run[10..]);
            _parts.Second = digits == 14 ? TwoDigits(run[12..]) : 0;
        }

        return true;
    }

    private bool ScanCompactTime(Number number)
    {
        var value = number.Digits == 6 ? number.Value : number.Value * 100;
        (_parts.Hour, _parts.Minute, _parts.Second) = (value / 10_000, value / 100 % 100, value % 100);
        return true;
    }
}
