"""What tests of extractors and plugins need."""
