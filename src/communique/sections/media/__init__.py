"""Media coverage: what newspapers, stations and podcasts have of our people, by outlet and by person."""
