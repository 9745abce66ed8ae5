"""The same pages for machines: feeds and the sitemap."""
