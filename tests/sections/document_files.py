"""Small PDFs, made by hand."""

from __future__ import annotations


def pdf(*pages: str) -> bytes:
    """A PDF whose pages say these words; one that says nothing is a page with a drawing on it."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, words in enumerate(pages):
        drawn = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET" if words else "72 72 200 200 re f"
        fonts = "<< /Font << /F1 3 0 R >> >>"
        place = "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
        objects.append(f"<< {place} /Resources {fonts} /Contents {5 + 2 * at} 0 R >>")
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    made, places = b"%PDF-1.7\n", []
    for number, told in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{told}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(made)}\n"
    )
    return made + f"{end}%%EOF\n".encode()
