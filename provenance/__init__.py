"""Line up what sources say on each claim, in their own words, and show where they conflict."""

__version__ = "0.1.0"
