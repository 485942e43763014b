"""The print edition: the built site, in the order of _toc.yml, as one PDF with numbered pages and a contents page."""
