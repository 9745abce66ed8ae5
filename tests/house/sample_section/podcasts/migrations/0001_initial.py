import communique.content.models.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("content", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="EpisodePage",
            fields=[
                ("page_ptr", models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to="wagtailcore.page")),
                ("language", communique.content.models.fields.LanguageField(db_index=True, help_text="The language it is written in.", max_length=12)),
                ("transcript", models.TextField(help_text="What was said.")),
                ("original", models.ForeignKey(blank=True, help_text="If it is a translation: the page that it was made from.", null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="wagtailcore.page", verbose_name="translation of")),
            ],
            options={"verbose_name": "episode"},
            bases=("wagtailcore.page",),
        ),
    ]
