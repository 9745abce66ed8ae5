.PHONY: check test soak pictures lighthouse template constraints

# Seconds: lint, format, types, floors, and the tests that need no database.
check:
	@sh tests/checks.sh quick

# Minutes: everything, on both databases.
test:
	@./communique test

# An hour or so: kills, floods of random operations, a bare Debian.
soak:
	@sh tests/checks.sh soak

# Every sample page as a picture, to look at: three widths, both directions, light and dark, and on paper; into pictures/.
# Sheets of paper are PDF; with poppler's pdftoppm, pictures as well.
pictures:
	@.venv/bin/python -m tests.themes.pictures

# What Lighthouse says of the demonstration's pages on a phone. Needs npm's lighthouse, and chromium.
lighthouse:
	@.venv/bin/python -m tests.themes.lighthouse

# The migrated database that ships with the package. To be made anew whenever a migration is added.
template:
	@.venv/bin/python -m communique.site.template.making

# The desk's catalogues, compiled for gettext. To be made anew whenever one of them changes.
words:
	@.venv/bin/python -m communique.site.words

# Which versions are installed. Without addresses, so that it serves uv and pip, and any index.
constraints:
	@.venv/bin/uv pip compile --quiet --no-header --no-emit-index-url --no-annotate --all-extras --group dev \
		--python-version 3.11 --universal pyproject.toml -o constraints.txt
