"""A build to HTTP: pages for people, data and a SPARQL endpoint for machines.

`hemicycle.serve.run` starts it, `hemicycle.serve.app` is the ASGI application. This
module imports neither: query workers are started from the same package, and need
no HTTP library.
"""

from hemicycle.serve.settings import Settings

__all__ = ["Settings"]
