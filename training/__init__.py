"""The steps that make the bundled model; `python -m training --shared ../shared` runs them all."""
