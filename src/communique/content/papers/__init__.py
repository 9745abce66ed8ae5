"""Documents that editors send: looked at before they are taken."""
