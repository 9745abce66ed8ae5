"""What every section shares, as tables."""

from .amendments import Amendment
from .dated import DatedPage
from .delays import Delay
from .early import EarlyLink
from .former import Discarded, Former, Trash
from .lead import LedByAPicture
from .legal import LegalPage
from .lists import Leaf, Listing, Period
from .missed import Missed
from .navigation import Navigation, NavigationEntry
from .organisation import Organisation, OrganisationText, SocialLink
from .pages import BasePage, HomePage, LandingPage, PlainPage
from .papers import Download, KeptVersion
from .people import Person, PersonText
from .pictures import Picture, Rendition
from .recordings import Recording, RecordingTrack
from .share_cards import ShareCard
from .shared import SharedPiece, SharedPieceText
from .topics import Topic, TopicText

__all__ = [
    "Amendment",
    "BasePage",
    "DatedPage",
    "Delay",
    "Discarded",
    "Download",
    "EarlyLink",
    "Former",
    "HomePage",
    "KeptVersion",
    "LandingPage",
    "Leaf",
    "LedByAPicture",
    "LegalPage",
    "Listing",
    "Missed",
    "Navigation",
    "NavigationEntry",
    "Organisation",
    "OrganisationText",
    "Period",
    "Person",
    "PersonText",
    "Picture",
    "PlainPage",
    "Recording",
    "RecordingTrack",
    "Rendition",
    "ShareCard",
    "SharedPiece",
    "SharedPieceText",
    "SocialLink",
    "Topic",
    "TopicText",
    "Trash",
]
