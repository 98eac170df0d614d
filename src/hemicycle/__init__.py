"""Hemicycle: the knowledge graph of the Belgian Senate's written questions."""
