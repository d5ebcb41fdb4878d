from django.urls import path

from . import feeds, views

app_name = "news"
urlpatterns = [
    path("aktuelles/", views.news_list, name="list"),
    path("aktuelles/feed.atom", feeds.NewsFeed(), name="feed"),
    path("aktuelles/quartier/<slug:slug>/feed.atom", feeds.QuarterFeed(), name="quarter_feed"),
    path("aktuelles/thema/<slug:slug>/feed.atom", feeds.TopicFeed(), name="topic_feed"),
    path("aktuelles/<slug:slug>/", views.news_item, name="item"),
]
