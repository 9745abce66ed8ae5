"""Coming from elsewhere: what another system exported becomes pages, people and topics here."""
