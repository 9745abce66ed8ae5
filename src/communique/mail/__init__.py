"""What the site sends by mail: kept until a mail server has taken it."""
