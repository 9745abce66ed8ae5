"""Shortcodes known by name, by what becomes of them. Names not found here are judged by how they are written."""

from __future__ import annotations

# WordPress expands these wherever they stand, with or without attributes.
BUILT_IN = frozenset({"caption", "wp_caption", "gallery", "playlist", "audio", "video", "embed"})

CAPTIONS = frozenset({"caption", "wp_caption"})

# Their address is what matters: in an attribute, after an equals sign, or between the tags.
EMBEDS = frozenset(
    {
        *("embed", "youtube", "vimeo", "soundcloud", "slideshare", "ted", "dailymotion", "tweet", "twitter"),
        *("instagram", "facebook", "googlemaps", "googlevideo", "scribd", "spotify", "flickr", "kickstarter"),
        *("mixcloud", "pinterest", "tiktok", "gist", "vine", "issuu", "archiveorg", "bandcamp", "youku", "hulu"),
    }
)

# What stands between the tags is shown letter by letter.
CODE = frozenset(
    {
        *("sourcecode", "code", "php", "python", "bash", "css", "javascript", "js", "html", "xml", "java", "sql"),
        *("ruby", "perl", "csharp", "cpp", "c", "go", "rust", "shell", "powershell", "swift", "kotlin", "yaml"),
        *("json", "plain", "text", "vb", "delphi", "erlang", "scala", "groovy", "objc", "matlab", "latex", "r"),
    }
)

# Only layout: their own tags go, what they enclose stays.
LAYOUT = frozenset(
    {
        *("one_half", "one_third", "two_third", "one_fourth", "three_fourth", "one_fifth", "one_sixth", "half"),
        *("column", "columns", "row", "section", "container", "tabs", "tab", "tabgroup", "accordion", "accordions"),
        *("toggle", "toggles", "spoiler", "dropcap", "pullquote", "quote", "button", "divider", "clear", "spacer"),
        *("hr", "box", "note", "highlight", "lead", "heading", "icon", "list", "siteorigin_widget", "raw", "span"),
        *("testimonial", "testimonials", "callout", "alert", "well", "panel", "gap", "line", "blockquote", "center"),
    }
)

# Known plugins whose output isn't brought yet.
PLUGINS = frozenset(
    {
        # forms and sign-ups
        *("contact-form-7", "contact-form", "contact-field", "contact_form", "mc4wp_form", "mc4wp_checkbox"),
        *("gravityform", "gravityforms", "wpforms", "ninja_form", "ninja_forms", "formidable", "fluentform"),
        *("forminator_form", "everest_form", "hubspot", "mailpoet_form", "newsletter", "newsletter_form"),
        *("newsletter_signup_form", "convertkit", "jetpack_subscription_form", "subscribe2", "weforms", "happyforms"),
        # media, maps and downloads
        *("wpvideo", "videopress", "wp_playlist", "rev_slider", "layerslider", "metaslider", "smartslider3", "ngg"),
        *("nggallery", "slideshow", "envira-gallery", "foogallery", "portfolio_slideshow", "portfolio", "map"),
        *("wpgmza", "pdf-embedder", "pdf", "pdfjs-viewer", "embeddoc", "gview", "iframe", "download", "wpdm_package"),
        *("wpdm_file", "print_gllr", "display_podcast", "powerpress", "podcast_episode", "wonderplugin_carousel"),
        # lists that WordPress or a plugin made
        *("archives", "recent_posts", "display-posts", "list-pages", "sitemap", "toc", "ez-toc", "lwptoc", "blog"),
        *("tribe_events", "tribe_events_list", "tribe_event_inline", "tribe_mini_calendar", "events_list", "event"),
        *("ai1ec", "eo_events", "eo_calendar", "do_widget", "elementor-template", "members_list", "poll"),
        *("polldaddy", "wpdreams_ajaxsearchlite", "print_link", "table", "tablepress", "wptb", "bibtex", "zotpress"),
        *("zotpressintext", "footnote", "ref", "efn_note", "footnotes", "math", "googleapps", "slideshow_deploy"),
        # shops
        *("woocommerce_cart", "woocommerce_checkout", "woocommerce_my_account", "products", "product"),
        *("product_category", "product_page", "recent_products", "featured_products", "add_to_cart"),
    }
)

KNOWN = BUILT_IN | EMBEDS | CODE | LAYOUT | PLUGINS

# Page builders and shortcode collections name all of theirs alike.
FAMILIES = (
    *("vc_", "et_pb_", "fusion_", "tatsu_", "av_", "fl_", "cs_", "x_", "ux_", "tm_pb_", "su_", "themify_", "mk_"),
    *("qode_", "cmsms_", "mpc_", "ult_", "dt_", "thb_", "eltdf_", "edgtf_", "trx_", "us_", "stm_", "porto_"),
)


def belongs_to_a_family(name: str) -> bool:
    """Whether a name is one of a page builder's."""
    return name.lower().startswith(FAMILIES)


# Of those that only arrange, the ones that stand among the words of a line.
_IN_LINE = (
    "dropcap",
    "highlight",
    "span",
    "icon",
    "button",
    "btn",
    "label",
    "tooltip",
    "popover",
    "lead",
    "badge",
    "raw",
)


def stands_by_itself(name: str) -> bool:
    """Whether what a shortcode encloses is a part of the page rather than a word of a line."""
    low = name.lower()
    return low in CAPTIONS or (is_layout(low) and not low.endswith(_IN_LINE))


def is_layout(name: str) -> bool:
    """Whether a shortcode only arranges what it encloses."""
    low = name.lower()
    return low in LAYOUT or belongs_to_a_family(low) or low.startswith(("one_", "two_", "three_", "column", "col_"))
