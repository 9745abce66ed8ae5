"""What every section shares: pages, people, topics, pictures, blocks, navigation, the organisation's identity."""
