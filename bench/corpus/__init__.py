"""What the pages of bench/generate.py are made of: sentences, people, days, layouts."""
