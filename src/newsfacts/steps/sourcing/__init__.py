"""Who says what, and how sure: quotations, claims, and the factuality of events."""

from newsfacts.steps.sourcing.claims import Claims
from newsfacts.steps.sourcing.factuality import Factualities, commitment_at
from newsfacts.steps.sourcing.quotations import Quotations

__all__ = ["Claims", "Factualities", "Quotations", "commitment_at"]
