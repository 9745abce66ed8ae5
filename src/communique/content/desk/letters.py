"""The desk in letters that every device has: the site's own font where Arabic and Urdu are written.

Wagtail sets its forms in whatever the device offers, and not every device has the letters of Urdu.
"""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail import hooks

from communique.publishing import assets

FONT = "fonts/naskh-arabic.woff2"

_STYLE = """<style>
@font-face {{
  font-family: "Desk Naskh";
  src: url("{}") format("woff2");
  font-display: swap;
  font-weight: 400 700;
  unicode-range: U+0600-06FF, U+0750-077F, U+08A0-08FF, U+FB50-FDFF, U+FE70-FEFF;
}}
:root {{
  --w-font-sans: "Desk Naskh", -apple-system, BlinkMacSystemFont, "Segoe UI", system-ui, Roboto, "Helvetica Neue",
    Arial, sans-serif;
}}
</style>"""


@hooks.register("insert_global_admin_css")
def letters_of_the_desk() -> SafeString:
    """Only for the letters of these scripts: all else is set as before. A theme without the font changes nothing."""
    try:
        return format_html(_STYLE, assets.of_site().address(FONT))
    except assets.MissingAsset:
        return mark_safe("")
