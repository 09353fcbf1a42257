"""Name the version of Barqiya; the package is built with it too."""

VERSION = "0.1.0"
