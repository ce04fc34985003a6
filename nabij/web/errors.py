"""Error pages: what happened, what is still safe, what now. They read nothing from the database."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return too_large(request)
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def not_that_way(request: HttpRequest, *, allowed: str) -> HttpResponse:
    response = render(request, "errors/405.html", status=405)
    response["Allow"] = allowed
    return response


def too_large(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/413.html", status=413)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/500.html", status=500)
