"""Everything recorded of a person, with source and recorder (73 § 2 mom.), and the forms that add to it."""
