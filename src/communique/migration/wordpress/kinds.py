"""Kinds of posts: which become pages here, which never do, and which are only WordPress' own furniture."""

from __future__ import annotations

from communique.text.sentences import Sentence, sentence

PAGES = frozenset({"post", "page"})
"""What is brought in."""

REUSED = "wp_block"
ATTACHMENT = "attachment"
GUEST_AUTHOR = "guest-author"

FURNITURE = frozenset(
    {
        *("nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "wp_block", "wp_template"),
        *("wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family", "wp_font_face", "acf-field"),
        *("acf-field-group", "acf-post-type", "acf-taxonomy", "guest-author", "elementor_library", "elementor_font"),
        *("elementor_icons", "elementor_snippet", "vc_grid_item", "vc4_templates", "et_pb_layout", "polylang_mo"),
        *("fl-builder-template", "jetpack_migration", "scheduled-action", "safecss", "sidebar", "popup", "ml-slider"),
        *("ml-slide", "display_type", "gal_display_source", "lightbox_library", "amn_smtp", "wpt-group"),
    }
)

# What visitors entered or bought, and the forms they did it with. No readers' page, whatever its status.
PRIVATE = frozenset(
    {
        *("feedback", "wpcf7_contact_form", "mc4wp-form", "wpforms", "wpforms_entries", "nf_sub", "user_request"),
        *("everest_form", "flamingo_contact", "flamingo_inbound", "flamingo_outbound", "postman_sent_mail"),
        *("cookielawinfo", "shop_order", "shop_order_refund", "shop_coupon", "shop_subscription", "edd_payment"),
    }
)


def why_never_brought(kind: str) -> Sentence | None:
    """Why posts of a kind are neither brought in nor kept; None if they are."""
    if kind in PRIVATE or kind.startswith(("flamingo_", "shop_")):
        return sentence("records of visitors, customers or forms: never brought in")
    if kind in FURNITURE:
        return sentence("part of WordPress or of its theme, not of what was published")
    return None
