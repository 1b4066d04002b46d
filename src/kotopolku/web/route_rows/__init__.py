"""The rows of the route × role table, a file for each room; `kotopolku.web.route_table` puts them together."""
