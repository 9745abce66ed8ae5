"""The currencies that amounts are in, by their ISO 4217 codes. Amounts are whole units: nobody funds cents."""

from __future__ import annotations

CODES = (
    *("EUR", "USD", "GBP", "CHF", "PKR", "INR", "AED", "SAR", "QAR", "KWD", "OMR", "BHD", "RUB", "KZT", "UZS"),
    *("KGS", "TJS", "AFN", "IRR", "IQD", "TRY", "AZN", "GEL", "AMD", "CNY", "JPY", "KRW", "SGD", "MYR", "IDR", "BDT"),
    *("LKR", "NPR", "EGP", "JOD", "NOK", "SEK", "DKK", "PLN", "CZK", "CAD", "AUD", "NZD", "ZAR", "BRL"),
)


def choices() -> list[tuple[str, str]]:
    """The currencies as an editor chooses among them: the usual ones first."""
    return [(code, code) for code in CODES]
