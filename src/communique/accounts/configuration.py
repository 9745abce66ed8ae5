"""How signing in works here: Django's and allauth's settings, taken over by the site's settings module."""

# Accounts are made by those who may, at the desk or the command line: nobody signs up by themselves (`adapter`).
ACCOUNT_ADAPTER = "communique.accounts.adapter.Doorkeeper"
ACCOUNT_FORMS = {"login": "communique.accounts.forms.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses are entered by those who make the accounts
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a changed password or second factor is told by mail
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # strangers can't make us write to anyone
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/-/accounts/login/"
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# Counted in the cache, which is in the database, so that they hold across processes.
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/300s/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = 0  # REMOTE_ADDR is right already: only our own reader is believed about it

# A second factor: an app that shows numbers, with recovery codes for when the telephone is lost.
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody can have claimed an address here by signing up
MFA_TOTP_ISSUER = "communique"

# The desk leads to allauth's pages (`wagtail_hooks`), and nobody need think of a password for somebody else.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_REQUIRED = False

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60
CSRF_COOKIE_HTTPONLY = False  # the desk's scripts send it back in a header
CSRF_COOKIE_SAMESITE = "Lax"

__all__ = [name for name in dir() if name.isupper()]
