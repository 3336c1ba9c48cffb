"""Who the simulated shoppers are: addresses of no real person, and tax ids that check out."""

from __future__ import annotations

from typing import Any

EMAIL = "shopper@example.com"
CPF = "529.982.247-25"


def _home(first: str, last: str, street: str, city: str, code: str, country: str, area: str) -> Any:
    return {
        "firstName": first,
        "lastName": last,
        "streetAddress1": street,
        "city": city,
        "postalCode": code,
        "country": country,
        "countryArea": area,
    }


ADDRESSES = {
    "texas": _home("Ada", "Lovelace", "1 Main Street", "Austin", "78701", "US", "TX"),
    "oregon": _home("Ada", "Lovelace", "40 Pine Street", "Portland", "97204", "US", "OR"),
    "madrid": _home("Ana", "García", "Calle Mayor 5", "Madrid", "28013", "ES", "M"),
    "sevilla": _home("Ana", "García", "Calle Feria 20", "Sevilla", "41003", "ES", "SE"),
    "mexico": _home("Luis", "Ramos", "Av. Juárez 10", "Ciudad de México", "06050", "MX", "CDMX"),
    "sao-paulo": _home("Ana", "Souza", "Av. Paulista, 1000", "São Paulo", "01310-100", "BR", "SP"),
    "recife": _home("Ana", "Souza", "Rua da Aurora, 90", "Recife", "50050-000", "BR", "PE"),
}
