"""The Reconciliation Service API 0.2: names in somebody's table matched to bodies, series and frameworks."""
